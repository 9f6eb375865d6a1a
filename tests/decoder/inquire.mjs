// Asks printers how they are, or prints on them, with receiptio, a host that we did not write.
// Takes pairs of an IP address (port 9100) and what to do: "inquire" or "print". Prints what
// receiptio says of each, as a JSON list. All at once: some answers take a dozen seconds.
import receiptio from "receiptio";

const words = process.argv.slice(2);
const receipt = "^^^MOTCUA\n" + "A001 | 1\n".repeat(20) + "{code:A001;option:qrcode,4,m}\n";
const asked = [];
for (let at = 0; at < words.length; at += 2) {
    const inquire = words[at + 1] === "inquire" ? "-q printer" : "";
    asked.push(receiptio.print(receipt, `-d ${words[at]} ${inquire} -t 20`));
}
console.log(JSON.stringify(await Promise.all(asked)));

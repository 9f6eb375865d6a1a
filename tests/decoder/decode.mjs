// Decodes a file of ESC/POS bytes with npos, which we did not write. Prints as JSON how many
// bytes npos accounted for, the paper's width in dots, its rows in base64, and the cuts.
import { readFileSync } from "node:fs";
import npos from "npos";

const bytes = readFileSync(process.argv[2]);
const ast = await npos.parser().parse(bytes);
const rasters = ast.tree.filter(node => node.fn === "v0");
const width = rasters[0].width;
const paper = [];
for (const node of ast.tree) {
    if (node.fn === "v0")
        paper.push(bytes.subarray(node.offset, node.offset + node.size));
    else if (node.fn === "J")
        paper.push(Buffer.alloc(bytes[node.offset + 2] * (width / 8)));
}
console.log(JSON.stringify({
    size: bytes.length,
    accounted: ast.tree.reduce((sum, node) => sum + node.length, 0),
    width,
    sameWidth: rasters.every(node => node.width === width),
    rows: Buffer.concat(paper).toString("base64"),
    cuts: ast.tree.filter(node => node.fn === "V").length,
}));

// Decodes a file of ESC/POS bytes with npos, which we did not write, on paper of so many dots.
// Prints as JSON how many bytes npos accounted for, the paper's rows in base64, and the cuts.
import { readFileSync } from "node:fs";
import npos from "npos";

const bytes = readFileSync(process.argv[2]);
const paperBytes = Number(process.argv[3]) / 8;
const ast = await npos.parser().parse(bytes);

function doubledByte(byte) {
    let wide = 0;
    for (let at = 0; at < 8; at++)
        if (byte >> at & 1)
            wide |= 3 << 2 * at;
    return [wide >> 8, wide & 255];
}

function rowsOf(node, left) {
    const rowBytes = node.width / 8;
    const doubled = bytes[node.offset - 5] === 3;
    const rows = [];
    for (let at = node.offset; at < node.offset + node.size; at += rowBytes) {
        let dots = [...bytes.subarray(at, at + rowBytes)];
        if (doubled)
            dots = dots.flatMap(doubledByte);
        const row = Buffer.alloc(paperBytes);
        row.set(dots, left / 8);
        rows.push(row);
        if (doubled)
            rows.push(row);
    }
    return rows;
}

const paper = [];
let left = 0;
for (const node of ast.tree) {
    if (node.fn === "$")
        left = bytes.readUInt16LE(node.offset + 2);
    else if (node.fn === "v0") {
        paper.push(...rowsOf(node, left));
        left = 0;
    } else if (node.fn === "J")
        paper.push(Buffer.alloc(bytes[node.offset + 2] * paperBytes));
}
console.log(JSON.stringify({
    size: bytes.length,
    accounted: ast.tree.reduce((sum, node) => sum + node.length, 0),
    rows: Buffer.concat(paper).toString("base64"),
    cuts: ast.tree.filter(node => node.fn === "V").length,
}));

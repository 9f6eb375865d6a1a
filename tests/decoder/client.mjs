// A client of the hub in another language, written from shared/protocol/README.md alone:
// takes a number, signs an officer in, calls the number, and prints what it was told.
// Each device's file holds its key, its certificate and the hall's authority.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import WebSocket from "ws";

const [url, dispenserFile, counterFile, service, officer, code] = process.argv.slice(2);

function credentials(file) {
    const pem = readFileSync(file, "utf8");
    const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g);
    return { key: pem, cert: certificates[0], ca: certificates[1] };
}

function connect(role, file) {
    const socket = new WebSocket(url, {
        ...credentials(file),
        perMessageDeflate: false,
        minVersion: "TLSv1.3",
        servername: "hub.motcua.internal",
    });
    const waiting = new Map();
    return new Promise((resolve, reject) => {
        socket.on("error", reject);
        socket.on("open", () => socket.send(JSON.stringify({ type: "Hello", role })));
        socket.on("message", data => {
            const frame = JSON.parse(data);
            if (frame.type === "Welcome")
                resolve({ socket, ask });
            else if (frame.type === "Fault")
                reject(new Error(frame.message));
            else if (waiting.has(frame.id))
                waiting.get(frame.id)(frame);
        });
    });
    function ask(question) {
        const id = randomUUID();
        return new Promise(resolve => {
            waiting.set(id, resolve);
            socket.send(JSON.stringify({ id, ...question }));
        });
    }
}

const act = command => ({ type: "Do", command });
const dispenser = await connect("dispenser", dispenserFile);
const counter = await connect("counter", counterFile);
const given = await dispenser.ask(act({ do: "IssueTicket", service }));
const task = { task: "SignInOfficer", officer, pin: code, new_pin: "402718" };
await counter.ask({ type: "Manage", task });
const called = await counter.ask(act({ do: "CallNext" }));
const again = await counter.ask(act({ do: "CallNext" }));
console.log(JSON.stringify([given.reply.number, called.reply.number, again.refusal.refusal]));
dispenser.socket.close();
counter.socket.close();

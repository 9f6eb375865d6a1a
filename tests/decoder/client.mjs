// A client of the hub in another language, written from shared/protocol/README.md alone:
// takes a number, signs an officer in, calls the number, and prints what it was told.
import { randomUUID } from "node:crypto";
import WebSocket from "ws";

const [url, service, officer] = process.argv.slice(2);

function connect(role, place) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const waiting = new Map();
    return new Promise((resolve, reject) => {
        socket.on("error", reject);
        socket.on("open", () => socket.send(JSON.stringify({ type: "Hello", role, place })));
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
    function ask(command) {
        const id = randomUUID();
        return new Promise(resolve => {
            waiting.set(id, resolve);
            socket.send(JSON.stringify({ type: "Do", id, command }));
        });
    }
}

const dispenser = await connect("dispenser", "dispenser-1");
const counter = await connect("counter", "counter-1");
const given = await dispenser.ask({ do: "IssueTicket", service });
await counter.ask({ do: "SignIn", officer });
const called = await counter.ask({ do: "CallNext" });
const again = await counter.ask({ do: "CallNext" });
console.log(JSON.stringify([given.reply.number, called.reply.number, again.refusal.refusal]));
dispenser.socket.close();
counter.socket.close();

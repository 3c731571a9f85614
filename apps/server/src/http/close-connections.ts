import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * Closes the connections with the server: each at once on which nothing is being answered, the others with their
 * answer. Node leaves two kinds open for over a minute, which the end of the server would wait for: those that a browser
 * opened ahead of time, and those whose answer ended while the server did.
 */
export function closeConnections(app: FastifyInstance): void {
  const answering = new Map<Socket, number>();
  let isEnding = false;
  app.server.on("connection", (socket: Socket) => {
    answering.set(socket, 0);
    socket.once("close", () => answering.delete(socket));
  });
  const count = (socket: Socket, by: number): void => {
    const now = (answering.get(socket) ?? 0) + by;
    if (answering.has(socket)) answering.set(socket, now);
    if (isEnding && now === 0) socket.destroySoon();
  };
  app.server.on("request", ({ socket }, answer) => {
    count(socket, 1);
    answer.once("close", () => count(socket, -1));
  });
  app.addHook("preClose", async () => {
    isEnding = true;
    for (const [socket, now] of answering) if (now === 0) socket.destroySoon();
  });
}

import { createServer, type RequestListener, type Server } from 'node:http';
import { config } from './config.ts';
import { problemOf, Refusal } from './refusal.ts';

const firstPort = 3000;
const retryAfter = 5;
const headersWithin = 10_000;
const bodyWithin = 30_000;

/** Answers before there is a program behind: alive, and not ready yet. */
const notYet: RequestListener = (request, response) => {
  const alive = request.url === '/health/live';
  const body = alive ? { status: 'ok' } : problemOf(new Refusal('unavailable'));
  response.statusCode = alive ? 200 : 503;
  response.setHeader('content-type', alive ? 'application/json' : 'application/problem+json');
  response.setHeader('cache-control', 'no-store');
  if (!alive) response.setHeader('retry-after', retryAfter);
  response.end(JSON.stringify(body));
};

/** The door: it listens from the first moment, so that a taken port shows at once and nobody is left without an answer. */
export class Doorbell {
  private answer = notYet;
  private readonly server: Server = createServer(
    { headersTimeout: headersWithin, requestTimeout: bodyWithin, connectionsCheckingInterval: 2000 },
    (request, response) => this.answer(request, response),
  );

  constructor() {
    this.server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (!socket.writable) return;
      const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      const long = error.code === 'HPE_HEADER_OVERFLOW';
      const problem = problemOf(new Refusal(slow ? 'too_slow' : long ? 'address_too_long' : 'malformed'));
      const body = JSON.stringify(problem);
      socket.end(
        `HTTP/1.1 ${problem.status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
  }

  /** Listens on PORT, or from 3000 on where it is not given, and answers the port. */
  async listen(): Promise<number> {
    const { PORT } = config();
    if (PORT !== undefined) return this.try(PORT);
    for (let port = firstPort; port < firstPort + 100; port++) {
      const found = await this.try(port).catch(passTaken);
      if (found) return found;
    }
    throw new Error('No port from 3000 on is free');
  }

  /** From now on, this answers. */
  open(answer: RequestListener): void {
    this.answer = answer;
  }

  /** Takes no more requests, finishes those it has, and cuts what takes longer than `seconds`. */
  async close(seconds: number): Promise<void> {
    const { answer } = this;
    this.answer = (request, response) => {
      response.setHeader('connection', 'close'); // or a proxy goes on asking over the connections it keeps
      answer(request, response);
    };
    const done = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const sweep = setInterval(() => this.server.closeIdleConnections(), 100);
    const patience = setTimeout(() => this.server.closeAllConnections(), seconds * 1000);
    await done;
    clearInterval(sweep);
    clearTimeout(patience);
  }

  private try(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, () => {
        this.server.off('error', reject);
        resolve((this.server.address() as { port: number }).port);
      });
    });
  }
}

function passTaken(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EADDRINUSE') throw error;
}

import { createServer, type Server } from 'node:http';
import { countJobs, type Queues } from '@dragoman/queue';

/**
 * A health endpoint for whoever watches the process: 200 and the job counts while Redis answers, else 503.
 * @param port on the loopback interface; 0 takes a free one
 */
export async function serveHealth(queues: Queues, port: number): Promise<Server> {
  const server = createServer((_request, response) => {
    countJobs(queues).then(
      (counts) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(counts)),
      () => response.writeHead(503).end('no Redis\n'),
    );
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  return server;
}

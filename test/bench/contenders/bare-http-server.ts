// The bytes of a circle from bare node:http.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveForBench } from '../load/bench-server.ts';

await serveForBench(async ({ circle, householdId }) => {
  const bytes = readFileSync(circle);
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
    response.end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, path: `/v1/households/${householdId}/circle`, headers: {} };
});

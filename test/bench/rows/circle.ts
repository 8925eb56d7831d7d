import type { Absent, Entrant, Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';
import { circleFolders, makeCircle } from '../load/circle.ts';

const modules = {
  hubReads: new URL('../contenders/hub-reads.ts', import.meta.url),
  serverReads: new URL('../contenders/server-reads.ts', import.meta.url),
  withoutLog: new URL('../contenders/circle-server.ts', import.meta.url),
  bareHttp: new URL('../contenders/bare-http-server.ts', import.meta.url),
  fastify: new URL('../peers/fastify-server.mjs', import.meta.url),
};

const connections = 32;

const bareServers = (stage: Stage, serving: (server: URL) => object): readonly (Entrant | Absent)[] => [
  { name: 'bare node:http, same bytes', role: 'limit', module: modules.serverReads, options: serving(modules.bareHttp) },
  stage.peer('bare Fastify, same bytes', modules.serverReads, serving(modules.fastify), 'limit'),
];

/** Reading a circle: as a hub does, which notes it first, and without that note. */
export const circleRows = (stage: Stage): readonly Plan[] => {
  const load = { connections, seconds: stage.size.seconds };
  const folders = { logged: circleFolders(stage.newFolder('circle')), unlogged: circleFolders(stage.newFolder('circle')) };
  const serving = (told: string) => (server: URL) => ({ ...load, told, server: server.href });
  return [
    {
      id: 'circle',
      what: 'read a circle, every reading in the access log before its answer',
      unit: 'requests/s',
      goals: [],
      prepare: () => makeCircle(folders.logged),
      entrants: [
        { name: 'Kring', role: 'ours', module: modules.hubReads, options: { ...load, folder: folders.logged.hub, told: folders.logged.told } },
        ...bareServers(stage, serving(folders.logged.told)),
      ],
    },
    {
      id: 'circle-without-log',
      what: 'read a circle, with an access log that keeps nothing',
      unit: 'requests/s',
      goals: [{ says: '≥ 80 % of bare Fastify', against: ['bare Fastify, same bytes'], atLeast: 0.8 }],
      prepare: () => makeCircle(folders.unlogged),
      entrants: [
        { name: 'Kring', role: 'ours', module: modules.serverReads, options: serving(folders.unlogged.told)(modules.withoutLog) },
        ...bareServers(stage, serving(folders.unlogged.told)),
      ],
    },
  ];
};

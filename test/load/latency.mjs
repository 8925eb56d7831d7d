// How long from an acknowledged event to its change in the circle, and how long a circle takes to read, of a real hub under a steady load.
// node test/load/latency.mjs [--rate 200] [--seconds 20] [--json]: starts a hub of its own on an empty folder.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { projectNode, root } from '../../deploy/run/prepare.mjs';

const { values } = parseArgs({ options: { rate: { type: 'string', default: '200' }, seconds: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } });
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const households = 40;
const source = 'urn:nld:kvknr:90000012:systeem:kring-demo';

const freePort = () => new Promise((found) => { const probe = createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => found(port)); }); });
const elevenTest = (digits) => [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;
const bsns = [];
for (let tail = 50_000; bsns.length < households; tail++) if (elevenTest(`9999${tail}`)) bsns.push(`9999${tail}`);
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
const summary = (values_) => {
  const sorted = [...values_].sort((one, other) => one - other);
  const round = (value) => Math.round(value * 100) / 100;
  return { count: sorted.length, p50: round(quantile(sorted, 0.5)), p95: round(quantile(sorted, 0.95)), p99: round(quantile(sorted, 0.99)), max: round(sorted.at(-1)) };
};

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const data = mkdtempSync(join(tmpdir(), 'kring-load-'));
const began = performance.now();
const hub = spawn(projectNode(), [join(root, 'apps', 'hub', 'dist', 'main.js')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, KRING_PORT: String(port), KRING_DATA: data, KRING_DEMO: 'false' } });
while (!(await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false))) await new Promise((resume) => setTimeout(resume, 20));
const startMs = Math.round(performance.now() - began);

const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'omring', client_secret: 'demo-omring' });
const { access_token: token } = await (await fetch(`${url}/oauth/token`, { method: 'POST', body: form })).json();
const headers = { authorization: `Bearer ${token}`, 'processing-activity': 'coordination' };
let number = 0;
const event = (household) => ({
  specversion: '1.0', id: `load-${++number}`, source, type: 'nl.kring.questions.received.v1', time: new Date().toISOString(), datacontenttype: 'application/json',
  data: { household, occurredAt: new Date().toISOString(), legalBasis: 'zvw', purpose: 'involvement', questionId: `q-${number}`, kind: 'question', about: 'self', initiatedBy: 'resident' },
});
const publish = async (events) => {
  const answer = await fetch(`${url}/v1/events`, { method: 'POST', headers: { ...headers, 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });
  if (answer.status !== 202) throw new Error(`publishing answered ${answer.status}`);
  return answer.json();
};

// The households, each followed by a reader who notes when a change was seen.
const { results } = await publish(bsns.map((bsn) => event({ bsn })));
const ids = results.map(({ householdId }) => householdId);
const acknowledged = new Map();
const seenAt = new Map();
const stop = new AbortController();
const follow = async (householdId) => {
  const stream = await fetch(`${url}/v1/households/${householdId}/circle/changes`, { headers: { ...headers, accept: 'text/event-stream' }, signal: stop.signal });
  let rest = '';
  for await (const chunk of stream.body) {
    const now = performance.now();
    rest += Buffer.from(chunk).toString('utf8');
    for (const [, position] of rest.matchAll(/^id: ?(\d+)/gm)) seenAt.set(position, now);
    rest = rest.slice(Math.max(0, rest.lastIndexOf('\n\n')));
  }
};
for (const id of ids) follow(id).catch(() => undefined);
await new Promise((resume) => setTimeout(resume, 1_000));

// A steady load of single events, and beside it a reader who opens circles one after another.
const reads = [];
let reading = true;
const reader = (async () => {
  while (reading) {
    const id = ids[reads.length % ids.length];
    const from = performance.now();
    await (await fetch(`${url}/v1/households/${id}/circle`, { headers })).arrayBuffer();
    reads.push(performance.now() - from);
    await new Promise((resume) => setTimeout(resume, 20));
  }
})();
const acks = [];
const load = performance.now();
const sent = [];
for (let at = 0; at < rate * seconds; at++) {
  const due = load + (at * 1_000) / rate;
  if (due > performance.now()) await new Promise((resume) => setTimeout(resume, due - performance.now()));
  const from = performance.now();
  sent.push(publish([event({ householdId: ids[at % ids.length] })]).then(({ position }) => { acks.push(performance.now() - from); acknowledged.set(position, performance.now()); }));
}
await Promise.all(sent);
const took = (performance.now() - load) / 1_000;
await new Promise((resume) => setTimeout(resume, 1_000));
reading = false;
await reader;
stop.abort();

// A change may be seen with a later one: then the first position at or past it counts.
const seen = [...seenAt].sort(([one], [other]) => (one < other ? -1 : 1));
const visible = [];
const byHousehold = [...acknowledged].sort(([one], [other]) => (one < other ? -1 : 1));
let at = 0;
for (const [position, when] of byHousehold) {
  while (at < seen.length && seen[at][0] < position) at++;
  const exact = seenAt.get(position) ?? seen[at]?.[1];
  if (exact !== undefined) visible.push(Math.max(0, exact - when));
}

const idle = [];
for (let count = 0; count < 1_000; count++) {
  const from = performance.now();
  await (await fetch(`${url}/v1/households/${ids[count % ids.length]}/circle`, { headers })).arrayBuffer();
  idle.push(performance.now() - from);
}
hub.kill('SIGTERM');
await new Promise((ended) => hub.once('exit', ended));
rmSync(data, { recursive: true, force: true });

const answer = {
  environment: { cpu: cpus()[0]?.model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version, load: `${rate} events/s for ${seconds} s over ${households} households` },
  startMs, eventsPerSecond: Math.round((rate * seconds) / took),
  acknowledgeMs: summary(acks), acknowledgedToVisibleMs: summary(visible), circleUnderLoadMs: summary(reads), circleIdleMs: summary(idle),
};
console.log(values.json ? JSON.stringify(answer) : JSON.stringify(answer, null, 2));

// Runs the double as a process of its own: node main.ts [port] [file]. Its first line says where it listens.
import { startEventStoreDouble } from './index.ts';

const [port = '0', file] = process.argv.slice(2);
const double = await startEventStoreDouble({ port: Number(port), file });
process.stdout.write(`${double.connectionString}\n`);
process.once('SIGTERM', () => void double.stop().then(() => process.exit(0)));

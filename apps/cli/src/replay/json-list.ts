import type { Outflow } from '../simulate/outflow.ts';

/** One JSON object with one long list in it, written as the list comes; `end` is what is only known when it has. */
export const writeJsonList = async (outflow: Outflow, head: object, name: string, items: AsyncIterable<unknown>, end: () => object = () => ({})): Promise<void> => {
  const fields = (part: object): string[] => Object.entries(part).map(([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)}`);
  await outflow.write(`{\n${[...fields(head), `  ${JSON.stringify(name)}: [`].join(',\n')}`);
  let between = '\n    ';
  for await (const item of items) {
    await outflow.write(`${between}${JSON.stringify(item)}`);
    between = ',\n    ';
  }
  await outflow.write(`\n  ]${fields(end()).map((field) => `,\n${field}`).join('')}\n}\n`);
};

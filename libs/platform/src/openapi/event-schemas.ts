import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { contracts, envelopeSchema } from '@kring/contracts';
import type { EventContract } from '@kring/contracts';
import { asComponents, referenceTo, together } from './schema.ts';
import type { Schema, Schemas } from './schema.ts';

const samplesFolder = join(dirname(createRequire(import.meta.url).resolve('@kring/contracts')), '..', 'samples');

/** The golden sample of a type, as JSON. An installation may have left the samples out; the schemas say everything too. */
const sampleOf = (type: string): string | undefined => {
  const file = join(samplesFolder, `${type}.json`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/**
 * The ruleset of the NL API Design Rules takes a field of an example whose name begins with `post` for an operation. Such an
 * example stands among the components instead of in its schema, where the ruleset does not look.
 */
const mayStandInSchema = (sample: string): boolean => !sample.includes('"post');

/** A whole event of one type: the envelope, with what this type says in it. */
const eventSchema = ({ type, name, title, publishers, mandate }: EventContract): Schema => {
  const sample = sampleOf(type);
  const apart = sample !== undefined && !mayStandInSchema(sample);
  const by = [...publishers, ...(mandate ? [`who has the mandate ${mandate}`] : [])].join(', ');
  return {
    title: name,
    description: `${title.en} (${title.nl}). Published by: ${by}.${apart ? ` An example is components/examples/${name}.` : ''}`,
    type: 'object',
    allOf: [referenceTo('Envelope')],
    properties: { type: { const: type }, data: referenceTo(`${name}Data`) },
    ...(sample !== undefined && !apart && { examples: [JSON.parse(sample) as unknown] }),
  };
};

const published = (): readonly EventContract[] => contracts.filter(({ publishers }) => publishers.some((kind) => kind !== 'hub'));

/** The published language: every event that a partner may publish, and `CloudEvent` for any of them. */
export const eventSchemas = (): Schemas => {
  const events = published();
  const any: Schema = {
    title: 'CloudEvent',
    description: 'An event of the published language; its type says which.',
    type: 'object',
    oneOf: events.map(({ name }) => referenceTo(name)),
    discriminator: { propertyName: 'type', mapping: Object.fromEntries(events.map(({ type, name }) => [type, `#/components/schemas/${name}`])) },
  };
  return together(
    { CloudEvent: any },
    asComponents('Envelope', envelopeSchema),
    ...events.map((contract) => ({ [contract.name]: eventSchema(contract) })),
    ...events.map((contract) => asComponents(`${contract.name}Data`, contract.schema)),
  );
};

/** The examples that cannot stand in their schemas. */
export const eventExamples = (): Schemas =>
  Object.fromEntries(
    published().flatMap(({ type, name, title }) => {
      const sample = sampleOf(type);
      return sample === undefined || mayStandInSchema(sample) ? [] : [[name, { summary: title.en, value: JSON.parse(sample) as unknown }]];
    }),
  );

import { householdEvents, hubEvents, type EventType } from './catalogue.ts';
import { publicationOf, type EventClass, type Publication } from './field/published.ts';
import { schemaOf } from './schema/derive.ts';
import type { JsonSchema } from './schema/json-schema.ts';
import { personalFieldsOf, presentAt, type PersonalFields } from './schema/personal.ts';
import type { Label } from './codes.ts';
import { eventTitles } from './titles.ts';

/** Everything there is to know about one type of event. */
export type EventContract = Omit<Publication, 'by'> &
  PersonalFields & {
    /** Kinds of partner that may publish it; `publisherErrors` judges one event. */
    readonly publishers: Publication['by'];
    readonly type: EventType;
    /** What the trade calls it: `VisitPlanned`. */
    readonly name: string;
    readonly scope: 'household' | 'neighbourhood' | 'hub';
    readonly title: Label;
    /** JSON Schema 2020-12 of its `data`, derived from the class. */
    readonly schema: JsonSchema;
    readonly dataClass: EventClass;
  };

/** The URI of the schema of a type's data, as it stands in `dataschema`. A name, not an address: hubs are many, the language is one. */
export const schemaUri = (type: string): string => `urn:kring:schema:${type}`;

const contractOfClass = (dataClass: EventClass, scope: EventContract['scope']): EventContract => {
  const type = dataClass.type as EventType;
  const name = dataClass.name.replace(/Data$/, '');
  const title = eventTitles[type];
  const schema = schemaOf(dataClass, { $id: schemaUri(type), title: name, description: title.en });
  const { by: publishers, ...publication } = publicationOf(dataClass);
  return { ...publication, ...personalFieldsOf(schema), publishers, type, name, scope, title, schema, dataClass };
};

/** Every type of event, in the order of the catalogue. */
export const contracts: readonly EventContract[] = [
  ...householdEvents.map((dataClass) => contractOfClass(dataClass, 'household')),
  ...hubEvents.map((dataClass) => contractOfClass(dataClass, 'hub')),
];

const byType: ReadonlyMap<string, EventContract> = new Map(contracts.map((contract) => [contract.type, contract]));

export const contractOf = (type: string): EventContract | undefined => byType.get(type);

/**
 * JSON pointers, from `data`, of the personal values in it. An address counts as one value. BSNs are not among them: see
 * `bsnPointers`. Of a type that the catalogue does not have, nothing is known to be personal.
 */
export const personalPointers = (type: string, data: unknown): string[] => presentAt(byType.get(type)?.personal ?? [], data);

/** JSON pointers, from `data`, of the BSNs in it: to be replaced by pseudonyms, never to be sealed or stored. */
export const bsnPointers = (type: string, data: unknown): string[] => presentAt(byType.get(type)?.bsn ?? [], data);

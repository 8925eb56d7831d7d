type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const count = { type: 'integer', minimum: 0 };
const textOrNull = { type: ['string', 'null'] };
const problem = { $ref: '#/components/schemas/Problem' };

const object = (title: string, properties: Readonly<Record<string, Schema>>, required: readonly string[] = Object.keys(properties)): Schema =>
  ({ ...(title !== '' && { title }), type: 'object', required, properties });
const list = (items: Schema): Schema => ({ type: 'array', items });
const page = (title: string, item: Schema): Schema => object(title, { events: list(item), next: { ...textOrNull, description: 'For `after`; null on the last page.' } });

const outcome = object(
  'Outcome',
  {
    id: textOrNull, source: textOrNull, status: { type: 'string', enum: ['accepted', 'duplicate', 'unresolved', 'rejected'] },
    position: { ...text, description: 'For minPosition, to read what was written.' }, householdId: text, problem,
  },
  ['id', 'source', 'status'],
);

export const answerSchema = object('PublishReport', {
  accepted: count, duplicates: count, rejected: count, unresolved: count, position: text,
  results: { ...list(outcome), description: 'Each event up to 1,000 of them; of more, only those that were not accepted.' },
  resultsTruncated: { type: 'boolean' },
});

export const unresolvedPageSchema = page('UnresolvedEvents', object('UnresolvedEvent', { id: text, source: text, type: text, keptAt: instant, status: { const: 'unresolved' } }));

export const rejectedPageSchema = page('RejectedEvents', object('RejectedEvent', { rejectionId: text, id: textOrNull, source: textOrNull, rejectedAt: instant, problem }));

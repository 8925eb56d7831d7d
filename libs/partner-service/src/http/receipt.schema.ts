const text = { type: 'string' };

/** The receipt of a command, as the OpenAPI document shows it. */
export const receiptSchema = {
  title: 'Receipt',
  description: 'What was recorded of a command.',
  type: 'object',
  required: ['householdId', 'position', 'revision', 'events'],
  properties: {
    householdId: { type: ['string', 'null'], description: 'Null until the hub knows which household it is about.' },
    position: { ...text, description: 'For minPosition, to read what was written.' },
    revision: { type: 'integer', description: "Of the partner's own page on this household; the ETag says the same." },
    events: {
      type: 'array',
      description: 'Empty where there was nothing new to say.',
      items: { type: 'object', required: ['id', 'type'], properties: { id: text, type: text } },
    },
  },
};

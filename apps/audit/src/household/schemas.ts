import { code, flag, instant, list, loose, orNull, row, text } from '@kring/reading';

const sentence = row({ nl: text, en: text });

export const alert = row(
  {
    code: text, name: text, severity: code('warning', 'urgent'), since: instant, message: sentence, actor: orNull(text), organisations: list(text), threshold: orNull(text),
    sensitivity: code('normal', 'brokered', 'hidden'), because: list(text),
  },
  ['code', 'name', 'severity', 'since', 'message', 'because'],
);

const change = row({ section: text, key: text, change: code('added', 'changed', 'removed'), before: orNull(loose), after: orNull(loose) });

export const replayEntry = row({
  kind: code('event', 'time', 'withheld'), position: text, recordedAt: instant, occurredAt: instant, id: orNull(text), type: orNull(text), organisation: orNull(text), subject: orNull(text), text: orNull(sentence),
  changes: list(change), alertsRaised: list(alert), alertsCleared: list(alert), alertsChanged: list(alert),
});

export const householdReplay = row({ householdId: text, canonicalId: text, order: code('forwards', 'backwards'), until: instant, entries: list(replayEntry), next: orNull(text) });

export const alertsThen = row({ householdId: text, asOf: instant, knownAt: instant, alerts: list(alert) });

export const loggedEvent = row({
  position: text, recordedAt: instant, withheld: flag, stream: orNull(text), id: orNull(text), source: orNull(text), type: orNull(text), occurredAt: orNull(instant), organisation: orNull(text),
  householdId: orNull(text), by: orNull(text), data: orNull(loose), personal: list(text),
});

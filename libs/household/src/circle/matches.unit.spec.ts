import { describe, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { acknowledged, agreed, detected, matchClosed } from '../testing/story.ts';

describe('a match', () => {
  const match = detected('2026-03-02', ['omring', 'de-woonschakel']);

  it('is detected, acknowledged by each, agreed and closed', () => {
    const story = given(match, acknowledged('omring', '2026-03-03'), acknowledged('de-woonschakel', '2026-03-04'), agreed('omring', '2026-03-05'), matchClosed('omring', '2026-03-20'));
    story.at('2026-03-02').then({ matches: [{ matchId: 'm-1', organisations: ['omring', 'de-woonschakel'], state: 'detected', acknowledgedBy: [], owner: null, outcome: null }] });
    story.at('2026-03-03').then({ matches: [{ state: 'detected', acknowledgedBy: ['omring'] }] });
    story.at('2026-03-04').then({ matches: [{ state: 'acknowledged' }] });
    story.at('2026-03-05').then({ matches: [{ state: 'agreed', owner: { id: 'w-omring' } }] });
    story.at('2026-03-20').then({ matches: [{ state: 'closed', outcome: 'one-plan', detectedAt: '2026-03-02T12:00:00.000Z' }] });
  });

  it('waits again when another organisation joins it', () =>
    given(match, acknowledged('omring', '2026-03-03'), acknowledged('de-woonschakel', '2026-03-04'), detected('2026-03-06', ['omring', 'de-woonschakel', 'ons-stede-broec']))
      .at('2026-03-07')
      .then({ matches: [{ state: 'detected', acknowledgedBy: ['omring', 'de-woonschakel'], organisations: ['omring', 'de-woonschakel', 'ons-stede-broec'], detectedAt: '2026-03-02T12:00:00.000Z' }] }));

  it('is acknowledged by those in it only', () => given(match, acknowledged('politie', '2026-03-03')).at('2026-03-04').then({ matches: [{ acknowledgedBy: [] }] }));

  it('that was never detected cannot be acknowledged, agreed or closed', () => given(acknowledged('omring', '2026-03-03'), agreed('omring', '2026-03-04'), matchClosed('omring', '2026-03-05')).at('2026-03-06').then({ matches: [] }));
});

import { describe, expect, it } from '@jest/globals';
import { HubProblem } from '../hub/problem.ts';
import { aCircle, anInvolvement } from '../testing/a-circle.ts';
import { next, type CircleView } from './use-circle.ts';

const shown = next({ is: 'loading' }, { what: 'loaded', circle: aCircle(), live: true });
const changed = (view: CircleView, involvements = [anInvolvement()]): CircleView => next(view, { what: 'changed', circle: aCircle({ involvements, asOf: '2026-03-01T13:00:00Z' }) });

describe('a circle on the screen', () => {
  it('marks what changed until it was seen', () => {
    const marked = changed(shown);
    expect(marked).toMatchObject({ changedAt: '2026-03-01T13:00:00Z', changes: [{ key: 'involvement/omring/i-1' }] });
    expect(next(marked, { what: 'seen' })).toMatchObject({ changes: [], changedAt: null });
  });

  it('keeps earlier changes beside later ones, one sentence a row', () => {
    const twice = changed(changed(shown), [anInvolvement({ state: 'contested' }), anInvolvement({ involvementId: 'i-2' })]);
    expect(twice).toMatchObject({ changes: [{ text: 'Betwist: Wijkverpleegkundige van Omring' }, { key: 'involvement/omring/i-2' }] });
  });

  it('stays quiet about a circle that says nothing new', () => {
    expect(next(shown, { what: 'changed', circle: aCircle({ position: '2' }) })).toMatchObject({ changes: [], changedAt: null, circle: { position: '2' } });
  });

  it('is not followed in the past', () => {
    expect(next({ is: 'loading' }, { what: 'loaded', circle: aCircle(), live: false })).toMatchObject({ connection: 'off' });
  });

  it('gives way to what went wrong, and then takes no late change', () => {
    const failed = next(shown, { what: 'failed', problem: new HubProblem('not-found') });
    expect(changed(failed)).toEqual(failed);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ProjectionFenced } from '../index.ts';
import { aName, anOwner, positionAt, refusal, row, shared, textOf, type OpenViewStore } from './given.ts';

export const claiming = (open: OpenViewStore): void => {
  describe('claiming a projection', () => {
    const store = shared(open);

    it('begins before the first event', async () => {
      expect((await store().claim(aName())).position).toBe('');
      expect(await store().checkpoint(aName())).toBe('');
    });

    it('goes on from the last commit', async () => {
      const owner = await anOwner(store());
      await owner.commit({ position: positionAt(7) });
      expect((await store().claim(owner.projection)).position).toBe(positionAt(7));
    });

    it('gives a higher epoch each time', async () => {
      const projection = aName();
      const epochs: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) epochs.push((await store().claim(projection)).epoch);
      expect(epochs).toEqual([...new Set(epochs)].sort((one, other) => one - other));
    });

    it('gives different epochs to those who claim at the same time', async () => {
      const projection = aName();
      const claims = await Promise.all([1, 2, 3, 4, 5].map(() => store().claim(projection)));
      expect(new Set(claims.map(({ epoch }) => epoch)).size).toBe(5);
    });

    it('fences the former owner, and says so', async () => {
      const former = await anOwner(store());
      const latter = await anOwner(store(), former.projection);
      const error = await refusal(former.commit({ position: positionAt(1) }));
      expect(error).toBeInstanceOf(ProjectionFenced);
      expect(error).toMatchObject({ projection: former.projection, epoch: former.epoch });
      await latter.commit({ position: positionAt(2) });
      expect(await store().checkpoint(former.projection)).toBe(positionAt(2));
    });

    it('lets a fenced owner write nothing', async () => {
      const collection = aName();
      const former = await anOwner(store());
      await former.put(row(collection, 'a', 'old'), row(collection, 'b'));
      await anOwner(store(), former.projection);
      await refusal(former.commit({ puts: [row(collection, 'a', 'new')], deletes: [{ collection, key: 'b' }] }));
      expect((await store().get(collection, ['a', 'b'])).map(textOf)).toEqual(['old', 'b']);
    });

    it('refuses an owner who never claimed', async () => {
      const step = { projection: aName(), epoch: 1, position: positionAt(1), puts: [], deletes: [] };
      expect(await refusal(store().commit(step))).toBeInstanceOf(ProjectionFenced);
    });

    it('refuses an epoch that was not given yet', async () => {
      const owner = await anOwner(store());
      expect(await refusal(owner.commit({ epoch: owner.epoch + 1 }))).toBeInstanceOf(ProjectionFenced);
    });

    it('leaves other projections alone', async () => {
      const one = await anOwner(store());
      await anOwner(store());
      await one.commit({ position: positionAt(1) });
      expect(await store().checkpoint(one.projection)).toBe(positionAt(1));
    });

    it('decides between a step and a claim that are made at the same time', async () => {
      const owner = await anOwner(store());
      const collection = aName();
      const [step, claim] = await Promise.allSettled([owner.put(row(collection, 'a')), store().claim(owner.projection)]);
      const position = claim.status === 'fulfilled' ? claim.value.position : undefined;
      expect(position).toBe(step.status === 'fulfilled' ? positionAt(1) : '');
    });
  });
};

import type { ViewRow } from '@kring/view-store';
import type { ProjectionStep, ViewReader } from './definition.ts';

/** The view could not be read. No event is to blame: the step is tried again. */
export class ViewUnreadable extends Error {
  override readonly name = 'ViewUnreadable';
  constructor(cause: unknown) {
    super('the view store did not answer', { cause });
  }
}

/** More terms than this on a row are refused by every view store. */
const maxTerms = 64;

/** Remembers that reading failed, also where the definition hides the failure behind an error of its own. */
export const guarded = (view: ViewReader): ViewReader & { readonly failure: ViewUnreadable | undefined } => {
  let failure: ViewUnreadable | undefined;
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      failure = new ViewUnreadable(error);
      throw failure;
    }
  };
  return {
    get failure() {
      return failure;
    },
    get: (collection, keys) => watch(view.get(collection, keys)),
    find: (collection, query) => watch(view.find(collection, query)),
  };
};

const tooManyTerms = (row: ViewRow): boolean => (row.terms?.length ?? 0) > maxTerms;

/** A row that no store takes is the fault of the event that led to it, and must not block the feed at the commit. */
export const storable = (step: ProjectionStep): ProjectionStep => {
  const wrong = step.puts.find(tooManyTerms);
  if (wrong) throw new RangeError(`a row of ${wrong.collection} has over ${maxTerms} terms`);
  return step;
};

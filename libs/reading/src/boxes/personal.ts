import type { AddressView } from '@kring/contracts';
import type { OpenCircle, Personal, Sealed, SealedAddress } from '@kring/household';

/** What was sealed at a reference, or null: nothing was given, or its key is gone. */
export type Opened = (sealed: Sealed) => unknown;

type Tree = unknown;
const isSealed = (value: Tree): value is Sealed => isObject(value) && typeof value['box'] === 'string' && typeof value['pointer'] === 'string';
const isAddress = (value: Tree): value is SealedAddress => isObject(value) && 'sealed' in value && typeof value['masked'] === 'boolean';
const isObject = (value: Tree): value is Record<string, unknown> => value !== null && typeof value === 'object';

/** The events whose boxes must be opened to show this, each once. */
export const boxesIn = (tree: Tree, found = new Set<string>()): Set<string> => {
  if (isSealed(tree)) found.add(tree.box);
  else if (isObject(tree)) for (const value of Object.values(tree)) if (isObject(value)) boxesIn(value, found);
  return found;
};

const textOf = (personal: Personal, opened: Opened): string | null => {
  const value = personal === null ? null : opened(personal);
  return typeof value === 'string' ? value : null;
};

const addressOf = ({ sealed, masked }: SealedAddress, opened: Opened): AddressView => {
  const value = sealed === null || masked ? undefined : opened(sealed);
  const open = isObject(value) ? value : {};
  return {
    postcode: typeof open['postcode'] === 'string' ? open['postcode'] : null,
    houseNumber: typeof open['houseNumber'] === 'number' ? open['houseNumber'] : null,
    addition: typeof open['addition'] === 'string' ? open['addition'] : null,
    masked,
  };
};

const openedTree = (tree: Tree, opened: Opened): Tree => {
  if (!isObject(tree)) return tree;
  if (Array.isArray(tree)) return tree.map((one) => openedTree(one, opened));
  if (isSealed(tree)) return textOf(tree, opened);
  if (isAddress(tree)) return addressOf(tree, opened);
  const open: Record<string, unknown> = {};
  for (const field of Object.keys(tree)) open[field] = openedTree(tree[field], opened);
  return open;
};

/**
 * The same with every reference into a box replaced by what was sealed there. Only for what the policy left in: whatever is
 * still here is shown.
 */
export const withPersonal = <Open = OpenCircle>(tree: object, opened: Opened): Open => openedTree(tree, opened) as Open;

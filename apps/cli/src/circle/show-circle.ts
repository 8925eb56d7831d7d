import type { Circle } from '@kring/contracts';
import { accessTokenFor } from '../hub/bearer.ts';
import { read } from '../hub/hub.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { circleInDutch } from './circle-in-dutch.ts';
import type { CircleOptions } from './circle.command.ts';

export const showCircle = async (household: string, options: CircleOptions, terminal: Terminal): Promise<void> => {
  const query = new URLSearchParams();
  if (options.asOf) query.set('asOf', options.asOf);
  if (options.knownAt) query.set('knownAt', options.knownAt);
  const path = `/v1/households/${encodeURIComponent(household)}/circle${query.size > 0 ? `?${query}` : ''}`;
  const circle = await read<Circle>(options.url, path, { accessToken: accessTokenFor(options, terminal), purpose: options.purpose });
  if (options.json) printJson(terminal, circle);
  else terminal.out(circleInDutch(circle, terminal.columns));
};

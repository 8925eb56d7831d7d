import { useMemo } from 'react';
import type { Circle } from '@kring/contracts';
import { householdName } from '../circle/rows.ts';
import { signPath } from '../shell/icon.tsx';
import { useIsFresh } from '../shell/panel.tsx';
import { levels, levelWord, type Level } from '../words/codes.ts';
import { canvas, centre, householdRadius, layOut, levelNameAt, markRadius, outerRadius, type Placed } from './layout.ts';
import { tiesOf, type Tie } from './ties.ts';
import { marksOf, type Mark } from './marks.ts';

/** The household in the middle and everyone around it, nearest first. Every word in it stands in the lists as well. */
export const Ring = ({ circle }: { circle: Circle }) => {
  const marks = marksOf(circle);
  const placed = useMemo(() => layOut(marks), [marks.map((mark) => mark.key + mark.level + mark.title + mark.subtitle).join()]);
  const drawn = placed.map((place) => ({ ...place, mark: marks.find((mark) => mark.key === place.mark.key) ?? place.mark }));
  return (
    <figure className="kring-ring">
      <svg viewBox={`0 0 ${canvas.width} ${canvas.height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
        {[...levels].reverse().map((level) => <Band key={level} level={level} used={marks.some((mark) => mark.level === level)} />)}
        {tiesOf(circle, drawn).map((tie) => <TieLine key={tie.key} tie={tie} />)}
        <Household circle={circle} />
        {drawn.map((place) => <MarkDrawing key={place.mark.key} place={place} />)}
      </svg>
      <figcaption className="kring-ring__caption">{inWords(marks)}</figcaption>
    </figure>
  );
};

const Band = ({ level, used }: { level: Level; used: boolean }) => (
  <g className={`kring-band kring-band--${level} ${used ? '' : 'kring-band--empty'}`}>
    <circle cx={centre.x} cy={centre.y} r={outerRadius(level)} />
    <text {...levelNameAt(level)} textAnchor="middle">{levelWord(level)}</text>
  </g>
);

const Household = ({ circle }: { circle: Circle }) => {
  const people = circle.members.length;
  const name = householdName(circle).replace(/^Huishouden (in )?/, '');
  return (
    <g className="kring-household" transform={`translate(${centre.x} ${centre.y})`}>
      <circle r={householdRadius - 4} />
      <path d={signPath('housing')} transform="translate(-24 -54) scale(2.4)" />
      <text y="16" textAnchor="middle" className="kring-household__name">{name.length > 16 ? `${name.slice(0, 15)}…` : name}</text>
      {people > 0 && <text y="35" textAnchor="middle">{people === 1 ? '1 persoon' : `${people} personen`}</text>}
    </g>
  );
};

const TieLine = ({ tie }: { tie: Tie }) => <path className={`kring-tie kring-tie--${tie.kind}`} d={tie.path} />;

const MarkDrawing = ({ place: { mark, at, label } }: { place: Placed }) => {
  const fresh = useIsFresh(mark.key);
  return (
    <g className={`kring-node kring-node--${mark.state} ${fresh ? 'kring-node--fresh' : ''}`}>
      <g className="kring-node__sign" style={{ transformOrigin: `${at.x}px ${at.y}px` }}>
        {mark.isContactPerson && <circle className="kring-node__halo" cx={at.x} cy={at.y} r={markRadius + 6} />}
        <circle className={`kring-mark kring-mark--${mark.level}`} cx={at.x} cy={at.y} r={markRadius} />
        <path className="kring-node__icon" d={signPath(mark.sign)} transform={`translate(${at.x - 12} ${at.y - 12}) scale(1.2)`} />
      </g>
      <text className="kring-node__label" x={label.x} y={label.y} textAnchor={label.anchor}>
        <tspan className="kring-node__title">{mark.title}</tspan>
        <tspan x={label.x} dy="17">{mark.isContactPerson ? `★ ${mark.subtitle}` : mark.subtitle}</tspan>
      </text>
    </g>
  );
};

const inWords = (marks: readonly Mark[]): string => {
  if (marks.length === 0) return 'Er staat nog niemand om dit huishouden heen.';
  const counts = levels.map((level) => ({ level, count: marks.filter((mark) => mark.level === level).length })).filter(({ count }) => count > 0);
  return `Om dit huishouden staan ${marks.length}: ${counts.map(({ level, count }) => `${levelWord(level).toLowerCase()} ${count}`).join(', ')}.`;
};

import { agoText, dateText, momentText, relativeDay, sinceText } from '../words/dates.ts';

/** The full moment stands in the title and in `datetime`, whatever short words are shown. */
const Time = ({ at, text }: { at: string; text: string }) => <time dateTime={at} title={momentText(at)}>{text}</time>;

export const DateOf = ({ at }: { at: string }) => <Time at={at} text={dateText(at)} />;
export const Ago = ({ at, now }: { at: string; now: string }) => <Time at={at} text={agoText(at, now)} />;
export const Since = ({ at, now }: { at: string; now: string }) => <Time at={at} text={sinceText(at, now)} />;
export const Day = ({ at, now }: { at: string; now: string }) => <Time at={at} text={relativeDay(at, now)} />;

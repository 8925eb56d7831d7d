import { createContext, useContext, useId } from 'react';
import { purposes, type Purpose } from '@kring/contracts/codes';
import { purposeWord } from '../words/codes.ts';

type PurposeChoice = { purpose: Purpose; choose: (purpose: Purpose) => void };
const PurposeContext = createContext<PurposeChoice>({ purpose: 'coordination', choose: () => undefined });
export const PurposeProvider = PurposeContext.Provider;
export const usePurpose = (): Purpose => useContext(PurposeContext).purpose;

/** Nobody looks without a purpose. It starts at what nearly everyone comes for and is always in sight. */
export const PurposeField = () => {
  const { purpose, choose } = useContext(PurposeContext);
  const id = useId();
  return (
    <div className="kring-field kring-field--row">
      <label className="utrecht-form-label" htmlFor={id}>Doel van uw inzage</label>
      <select id={id} className="utrecht-select utrecht-select--html-select" value={purpose} onChange={(event) => choose(event.target.value as Purpose)}>
        {purposes.map((one) => <option key={one} value={one}>{purposeWord(one)}</option>)}
      </select>
    </div>
  );
};

import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { DateOf } from '../shell/when.tsx';
import { levelWord, referralStateWord, roleWord } from '../words/codes.ts';
import { nameOf } from '../words/organisations.ts';
import { referralKey } from './changes.ts';

type Chain = Circle['referralChains'][number];
type Step = Chain['steps'][number];

export const Referrals = ({ circle: { referralChains } }: { circle: Circle }) => (
  <Panel title="Verwijzingen" icon="arrow" count={referralChains.length}>
    {referralChains.length === 0 && <Nothing>Er is niet verwezen.</Nothing>}
    {referralChains.map((chain) => <ChainSteps key={chain.chainId} chain={chain} />)}
  </Panel>
);

const ChainSteps = ({ chain: { steps, stepCount } }: { chain: Chain }) => (
  <div className="kring-chain">
    <p className="kring-small">{stepCount === 1 ? 'Eén stap' : `${stepCount} stappen`} naar andere hulp</p>
    <ol className="kring-steps">
      <li className="kring-step kring-step--start"><p>{nameOf(steps[0]?.from ?? '')}</p></li>
      {steps.map((step) => <StepRow key={referralKey(step)} step={step} />)}
    </ol>
  </div>
);

const StepRow = ({ step }: { step: Step }) => (
  <Row rowKey={referralKey(step)} className={`kring-step kring-step--${step.state}`}>
    <p><Icon name="arrow" size={18} /><span className="kring-unseen">naar </span><span><strong>{nameOf(step.to)}</strong>{step.discipline && `, ${roleWord(step.discipline)}`}</span></p>
    <p className="kring-small">{levelWord(step.level)} · {referralStateWord(step.state)} · gevraagd op <DateOf at={step.requestedAt} />{step.reasonForExtraStep && ' · extra stap met reden'}</p>
  </Row>
);

import { useId } from 'react';
import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { useIsFresh } from '../shell/panel.tsx';
import { Ago, DateOf, Day } from '../shell/when.tsx';
import { channelWord, roleWord, trendWord } from '../words/codes.ts';
import { nameOf } from '../words/organisations.ts';
import { contactPersonKey } from './changes.ts';
import { ContactRoute } from './contact-route.tsx';
import { personOf, type ContactPerson } from './rows.ts';

export const ContactPersonCard = ({ circle }: { circle: Circle }) => {
  const id = useId();
  const fresh = useIsFresh(contactPersonKey);
  const { contactPerson } = circle;
  return (
    <section className={`kring-contact ${contactPerson ? '' : 'kring-contact--none'} ${fresh ? 'kring-row--fresh' : ''}`} aria-labelledby={id}>
      <h2 className="kring-contact__heading" id={id}><Icon name="star" size={18} />Aanspreekpunt</h2>
      {contactPerson ? <Assigned contactPerson={contactPerson} now={circle.asOf} /> : <NoOne />}
      {fresh && <span className="kring-tag kring-tag--fresh">Bijgewerkt</span>}
    </section>
  );
};

const NoOne = () => (
  <>
    <p className="kring-contact__name">Nog niemand</p>
    <p>Er is geen aanspreekpunt afgesproken voor dit huishouden.</p>
  </>
);

const Assigned = ({ contactPerson, now }: { contactPerson: ContactPerson; now: string }) => {
  const { professional, organisation, since, residentPreferred, cover, lastPulseCheck } = contactPerson;
  return (
    <>
      <p className="kring-contact__name">{personOf(professional)}</p>
      <p>{professional.name && professional.role ? `${roleWord(professional.role)}, ` : ''}{nameOf(organisation)}</p>
      <ContactRoute professional={professional} />
      {cover && <p className="kring-contact__cover"><strong>Tot <DateOf at={cover.until} /> vervangen door {personOf(cover.professional)}</strong><ContactRoute professional={cover.professional} /></p>}
      <p className="kring-small">
        Sinds <DateOf at={since} />{residentPreferred && ', gekozen door de bewoner'}.{' '}
        {lastPulseCheck
          ? <>Laatste contact <Ago at={lastPulseCheck.at} now={now} /> ({channelWord(lastPulseCheck.channel).toLowerCase()}): {trendWord(lastPulseCheck.trend)}.{lastPulseCheck.nextDue && <> Volgende: <Day at={lastPulseCheck.nextDue} now={now} />.</>}</>
          : 'Nog geen vinger aan de pols vastgelegd.'}
      </p>
    </>
  );
};

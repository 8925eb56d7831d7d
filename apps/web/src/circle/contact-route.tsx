import { Icon } from '../shell/icon.tsx';
import { personOf, type Professional } from './rows.ts';

/** How to reach someone. What this reader may not see is not there, and then nothing is drawn. */
export const ContactRoute = ({ professional }: { professional: Professional | null | undefined }) => {
  if (!professional?.phone && !professional?.email) return null;
  const who = personOf(professional);
  return (
    <ul className="kring-route">
      {professional.phone && <li><a className="utrecht-link utrecht-link--html-a" href={`tel:${professional.phone.replaceAll(/[^\d+]/g, '')}`} aria-label={`Bel ${who}: ${professional.phone}`}><Icon name="phone" size={18} />{professional.phone}</a></li>}
      {professional.email && <li><a className="utrecht-link utrecht-link--html-a" href={`mailto:${professional.email}`} aria-label={`Mail ${who}: ${professional.email}`}><Icon name="mail" size={18} />{professional.email}</a></li>}
    </ul>
  );
};

import type { FoundHousehold } from '../hub/answers.ts';
import { Link } from '../routing/navigation.tsx';
import { circlePath } from '../routing/path.ts';
import { householdName, personOf } from '../circle/rows.ts';
import { Icon } from '../shell/icon.tsx';
import { Notice } from '../shell/notice.tsx';
import { listed, nameOf } from '../words/organisations.ts';

export const Results = ({ households }: { households: readonly FoundHousehold[] }) => {
  if (households.length === 0) return <NothingFound />;
  return (
    <ul className="kring-found">
      {households.map((household) => <Found key={household.householdId} household={household} />)}
    </ul>
  );
};

const Found = ({ household }: { household: FoundHousehold }) => {
  const names = household.members.map((member) => member.name).filter((name) => name !== null && name !== undefined);
  return (
    <li className="kring-found__one">
      <Icon name="housing" size={32} />
      <div>
        <h3 className="kring-found__name"><Link to={circlePath(household.householdId)} className="kring-found__link">{householdName(household)}</Link></h3>
        <p>{nameOf(household.area)}{names.length > 0 && ` · ${listed(names)}`}</p>
        <p className="kring-small">{household.contactPerson ? `Aanspreekpunt: ${personOf(household.contactPerson.professional)}, ${nameOf(household.contactPerson.organisation)}` : 'Nog geen aanspreekpunt'}</p>
      </div>
      <Icon name="arrow" size={24} />
    </li>
  );
};

const NothingFound = () => (
  <Notice tone="info" title="Geen huishouden gevonden">
    <p>Dit huishouden is niet bekend bij Kring, of u bent er niet bij betrokken. Kring maakt daar voor de veiligheid van bewoners geen verschil tussen.</p>
    <p>Controleer wat u heeft ingevuld, of zoek op een andere manier.</p>
  </Notice>
);

import type { Circle } from '@kring/contracts';
import { Ring } from '../ring/ring.tsx';
import { Icon } from '../shell/icon.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { Agreements } from './agreements.tsx';
import { Alerts } from './alerts.tsx';
import { ContactPersonCard } from './contact-person.tsx';
import { Coordination } from './coordination.tsx';
import { Glance } from './glance.tsx';
import { Freshness } from './freshness.tsx';
import { Involved } from './involved.tsx';
import { Members } from './members.tsx';
import { Referrals } from './referrals.tsx';
import { Signals } from './signals.tsx';
import { Supporters } from './supporters.tsx';
import { Visits } from './visits.tsx';

/** From what must be known at the door down to what explains it. The drawing repeats the lists, so it may stand beside them. */
export const CircleParts = ({ circle }: { circle: Circle }) => (
  <>
    <Glance circle={circle} />
    <div className="kring-glance">
      <div className="kring-glance__first">
        <ContactPersonCard circle={circle} />
        <Alerts circle={circle} />
      </div>
      <Ring circle={circle} />
    </div>
    {circle.hiddenContacts && (
      <p className="kring-hidden"><Icon name="hidden" size={24} /><span>Niet alles in deze kring is voor u zichtbaar. <strong>Overleg met het aanspreekpunt</strong> als u iets mist.</span></p>
    )}
    <div className="kring-columns">
      <div>
        <Involved circle={circle} />
        <Supporters circle={circle} />
        <Members circle={circle} />
      </div>
      <div>
        <Visits circle={circle} />
        <Signals circle={circle} />
        <Coordination circle={circle} />
        <Referrals circle={circle} />
        <Agreements circle={circle} />
      </div>
    </div>
    <Timeline circle={circle} />
    <Freshness circle={circle} />
  </>
);

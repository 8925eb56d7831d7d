/** What the page says about an alert beside the hub's own message: a short title, and what a caseworker can do about it. */
export type AlertWords = { title: string; todo: string };

const words: Readonly<Record<string, AlertWords>> = {
  A01: { title: 'Geen aanspreekpunt', todo: 'Spreek samen met de bewoner af wie het aanspreekpunt wordt en leg dat vast.' },
  A02: { title: 'Twee aanspreekpunten', todo: 'Bel elkaar en spreek af wie het aanspreekpunt blijft. De ander draagt over.' },
  A03: { title: 'Afstemming blijft liggen', todo: 'Bevestig dat u van elkaar weet en spreek af wie afstemt.' },
  A04: { title: 'Signaal wacht te lang op antwoord', todo: 'Beantwoord het signaal of zet het door naar wie het kan oppakken.' },
  A05: { title: 'Te vaak doorverwezen', todo: 'Overleg met het aanspreekpunt voordat er opnieuw wordt verwezen.' },
  A06: { title: 'Verwijzing ligt stil', todo: 'Vraag de ontvanger of de verwijzing is aangenomen en wanneer de hulp start.' },
  A07: { title: 'Bezoeken botsen', todo: 'Overleg met de ander: verzet een bezoek of ga samen.' },
  A08: { title: 'Tijd voor een vinger aan de pols', todo: 'Het aanspreekpunt neemt contact op en legt vast hoe het gaat.' },
  A09: { title: 'Nazorg is nodig', todo: 'Het aanspreekpunt neemt contact op voor nazorg.' },
  A10: { title: 'Lang niets gehoord', todo: 'Vraag de organisatie of zij nog betrokken is, en laat dat bevestigen of beëindigen.' },
  A11: { title: 'Bewoner weet dit nog niet', todo: 'Vertel de bewoner wie betrokken is en waarom, of leg vast waarom dat nog niet kan.' },
  A12: { title: 'Toestemming is geëindigd', todo: 'Vraag opnieuw toestemming of beëindig de betrokkenheid.' },
  A13: { title: 'Aanspreekpunt is vertrokken', todo: 'Spreek samen met de bewoner af wie het overneemt.' },
  A14: { title: 'Eigen kracht nog niet verkend', todo: 'Verken eerst samen met de bewoner wat die zelf en het eigen netwerk kunnen.' },
  A15: { title: 'Berichten ontbreken', todo: 'Deze kring kan onvolledig zijn. De beheerder van de organisatie kan de berichten opnieuw sturen.' },
  A16: { title: 'Bericht niet bezorgd', todo: 'De beheerder kan de bezorging opnieuw starten.' },
  A17: { title: 'Ongewone inzage', todo: 'De privacy officer beoordeelt de inzage.' },
  A18: { title: 'Melder nog niet op de hoogte', todo: 'Laat de melder weten dat het signaal is opgepakt.' },
  A19: { title: 'Team is niet compleet', todo: 'De teamcoördinator vult het team aan.' },
  A20: { title: 'Tijd voor een buurtgesprek', todo: 'Plan een gesprek met bewoners en organisaties in de buurt.' },
  A21: { title: 'Niemand in beeld', todo: 'Er ligt een signaal, maar er is niemand om dit huishouden heen. Zoek contact.' },
  A22: { title: 'Anderen zijn niet bijgepraat', todo: 'Het aanspreekpunt laat de andere betrokkenen weten hoe het gaat.' },
  A23: { title: 'Afgeschermd adres genoemd', todo: 'Deel dit adres niet. Meld het bij de privacy officer.' },
  A24: { title: 'Bezwaar wacht op een besluit', todo: 'Beslis over het bezwaar en laat het de bewoner weten.' },
};

export const alertWords = (code: string): AlertWords => words[code] ?? { title: `Aandachtspunt ${code}`, todo: 'Overleg met het aanspreekpunt.' };

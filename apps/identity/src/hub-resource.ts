/** The one thing that tokens of this provider are for: their audience. */
export const hubResource = 'urn:kring:hub';

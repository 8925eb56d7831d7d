export { Publisher, type LinesOptions, type PublisherOptions } from './publisher.ts';
export { givenToken, type AccessToken, type ClientCredentials } from './access-token.ts';
export type { CloudEvent, PublishAnswer, PublishResult } from './answer.ts';
export { HubRefused, HubUnreachable, problemOf, type Problem, type ProblemError } from './problem.ts';
export { beforeTheFirstLine, type Progress } from './progress.ts';
export { defaultPatience, persistently, realPace, type Pace, type Patience } from './retry.ts';
export { clientCredentials } from './access-token.ts';

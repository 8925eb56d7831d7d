import { jest } from '@jest/globals';

// On a shared build machine a disk may stand still for seconds. A test that fails there is tried once more, and its first failure is printed all the same.
if (process.env.CI === 'true') jest.retryTimes(1, { logErrorsBeforeRetry: true });

export { Door } from '@kring/door';

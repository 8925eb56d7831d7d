export { AuditModule } from './audit.module.ts';
export type { AuditParts } from './parts.ts';

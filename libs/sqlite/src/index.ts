export { describeFault, faultOf, type Fault, type FaultKind } from './fault.ts';
export { DatabaseUnusable, openForReading, openForWriting, type OpenOptions, type Schema, type WritableDatabase } from './database.ts';
export { GroupWriter, WriteFailed, type WriterBounds } from './group-writer.ts';
export { siblingThread } from './sibling-thread.ts';
export { serveGroups, type GroupHandler } from './serve-groups.ts';
export { BoundedMap } from './bounded-map.ts';

/** Nest token of what the events controller works with. */
export const INTAKE_PARTS = Symbol('INTAKE_PARTS');

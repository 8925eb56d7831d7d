import 'reflect-metadata';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { schemaOf } from '@kring/contracts';
import { asComponents, together } from './schema.ts';
import type { Schemas } from './schema.ts';

type Described = Parameters<typeof schemaOf>[0];

const controllersOf = (app: NestFastifyApplication): readonly Described[] =>
  [...app.get(ModulesContainer).values()].flatMap(({ controllers }) => [...controllers.values()]).flatMap(({ metatype }) => (metatype ? [metatype as Described] : []));

/** The classes that the handlers of a controller take. */
const takenBy = ({ prototype }: Described): readonly Described[] =>
  Object.getOwnPropertyNames(prototype).flatMap((method) => (Reflect.getMetadata('design:paramtypes', prototype as object, method) ?? []) as Described[]);

/** The schemas of the bodies with these names, and of what is in them, as they are checked. */
export const bodySchemas = (app: NestFastifyApplication, names: readonly string[]): Schemas => {
  const classes = controllersOf(app).flatMap(takenBy).filter((taken) => typeof taken === 'function' && names.includes(taken.name));
  return together(...classes.map((taken) => asComponents(taken.name, schemaOf(taken, { title: taken.name }))));
};

import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { TokenVerifier } from './token-verifier.ts';

/** Puts the guard before every route of the application. */
@Module({})
export class AccessModule {
  static with(verifier: TokenVerifier): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      providers: [{ provide: TokenVerifier, useValue: verifier }, AccessGuard, { provide: APP_GUARD, useExisting: AccessGuard }],
      exports: [TokenVerifier, AccessGuard],
    };
  }
}

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import type { Clock } from '@kring/platform';
import { ApiHouseholdId, ApiMoment, ApiPage, ApiProblems, ApiReading, instantIn } from '@kring/reading';
import { ReplayReason } from '../reason.ts';
import { ALERTS_THEN, CLOCK, REPLAY_HOUSEHOLD } from '../tokens.ts';
import type { AlertsAnswer, AlertsThen } from './alerts-then.query.ts';
import type { HouseholdReplay, ReplayHousehold } from './replay-household.query.ts';
import { replayAskedIn, type ReplayQuery } from './replay-query.ts';
import { alertsThen, householdReplay } from './schemas.ts';

@ApiTags('audit')
@Controller('v1/audit/households/:householdId')
export class ReplayController {
  constructor(
    @Inject(REPLAY_HOUSEHOLD) private readonly replays: ReplayHousehold,
    @Inject(ALERTS_THEN) private readonly alerts: AlertsThen,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('replay')
  @ApiOperation({
    operationId: 'replayHousehold',
    summary: 'A household event by event, as it became known',
    description:
      'For auditors, the contact person, the coordinator and the resident. Each entry tells what changed in the circle as you may see it, and which alerts came and went: by an event, by time alone, or by an event that is kept from you.',
  })
  @ApiReading()
  @ApiHeader({ name: 'Replay-Reason', required: false, description: 'Why you look back; needed of an auditor. Put on record, sealed. Percent-encoded where it is not plain ASCII.', schema: { type: 'string' } })
  @ApiHouseholdId()
  @ApiPage()
  @ApiQuery({ name: 'order', required: false, description: 'In which direction.', schema: { type: 'string', enum: ['forwards', 'backwards'], default: 'forwards' } })
  @ApiQuery({ name: 'from', required: false, description: 'Nothing before this position.', schema: { type: 'string' } })
  @ApiQuery({ name: 'until', required: false, description: 'Nothing that was recorded later; default now.', schema: { type: 'string', format: 'date-time' } })
  @ApiResponse({ status: 200, description: 'A page of the replay.', content: { 'application/json': { schema: householdReplay } } })
  @ApiProblems(400, 401, 404)
  replay(
    @Param('householdId') householdId: string,
    @Query() query: ReplayQuery,
    @CurrentCaller() caller: Caller,
    @ProcessingActivity() purpose: Purpose,
    @ReplayReason() reason: string | null,
  ): Promise<HouseholdReplay> {
    return this.replays.page(householdId, replayAskedIn(query, this.clock.now()), { caller, purpose, view: 'replay' }, reason);
  }

  @Get('alerts')
  @ApiOperation({ operationId: 'alertsThen', summary: 'What the alerts of a household said on a day', description: 'At any moment, by what was known at any moment, as you may see it.' })
  @ApiReading()
  @ApiHouseholdId()
  @ApiMoment()
  @ApiResponse({ status: 200, description: 'The alerts that stood.', content: { 'application/json': { schema: alertsThen } } })
  @ApiProblems(400, 401, 404)
  alertsOf(@Param('householdId') householdId: string, @Query() query: { readonly asOf?: unknown; readonly knownAt?: unknown }, @CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose): Promise<AlertsAnswer> {
    const now = this.clock.now();
    const times = { asOf: instantIn('asOf', query.asOf, now), knownAt: instantIn('knownAt', query.knownAt, now) };
    return this.alerts.read(householdId, times, { caller, purpose, view: 'alerts' });
  }
}

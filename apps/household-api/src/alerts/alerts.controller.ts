import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import { ApiPage, ApiProblems, ApiReading, type PageQuery, pageOf } from '@kring/reading';
import { WORKLIST } from '../tokens.ts';
import { alertFilterOf, type AlertQuery } from './alert-filter.ts';
import { alertsSchema } from './alerts.schema.ts';
import type { AlertPage, Worklist } from './worklist.query.ts';

@ApiTags('alerts')
@Controller('v1/alerts')
export class AlertsController {
  constructor(@Inject(WORKLIST) private readonly worklist: Worklist) {}

  @Get()
  @ApiOperation({ operationId: 'listAlerts', summary: 'What needs attention, over all households that you may know of', description: 'The longest standing first.' })
  @ApiReading()
  @ApiQuery({ name: 'code', required: false, description: 'Only alerts with this code.', schema: { type: 'string', pattern: '^A[0-9]{2}$' } })
  @ApiQuery({ name: 'area', required: false, description: 'Only households in this area.', schema: { type: 'string' } })
  @ApiQuery({ name: 'organisation', required: false, description: 'Only alerts that speak of this partner, or that it should act on.', schema: { type: 'string' } })
  @ApiPage()
  @ApiResponse({ status: 200, description: 'A page of the worklist.', content: { 'application/json': { schema: alertsSchema } } })
  @ApiProblems(400, 401)
  list(@Query() query: AlertQuery & PageQuery, @CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose): Promise<AlertPage> {
    return this.worklist.page(alertFilterOf(query), pageOf(query), { caller, purpose, view: 'alerts' });
  }
}

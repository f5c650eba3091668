import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { AppModule } from './app.module.ts';
import { serveBlobs } from './platform/blobs.ts';
import { compress } from './platform/compress.ts';
import { config } from './platform/config.ts';
import { serveContract } from './platform/contract.ts';
import { takeFiles } from './platform/files.ts';
import { guard } from './platform/guards.ts';
import { newId } from './platform/id.ts';
import { makeLogger, NestLog } from './platform/log.ts';
import { refuse } from './platform/refusal.ts';
import { serveUploads } from './submission/serve-uploads.ts';
import { serveWeb } from './platform/web.ts';

/** The whole program except its doorbell: main.ts listens for users, the tests for themselves. */
export async function createApp(
  databaseUrl: string,
  options: NestApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const logger = makeLogger();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on(databaseUrl),
    new FastifyAdapter({
      loggerInstance: logger,
      logController: new LogController({ disableRequestLogging: true }),
      genReqId: () => newId(),
      bodyLimit: 256 * 1024,
      requestTimeout: 30_000,
      trustProxy: config().TRUST_PROXY ?? false,
      frameworkErrors: (error: unknown, _: FastifyRequest, reply: FastifyReply) => void refuse(reply, error),
    }),
    { logger: new NestLog(logger), ...options },
  );
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  if (options.preview) return app;
  guard(app);
  takeFiles(app);
  compress(app);
  serveContract(app, contractOf(app));
  serveBlobs(app);
  await serveUploads(app);
  await serveWeb(app);
  return app;
}

/** What the API promises, as openapi.json tells the web and anyone else. */
export function contractOf(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Aula Convergencia')
    .setDescription('Every refusal is an application/problem+json with a stable `code`.')
    .setVersion('1')
    .build();
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
}

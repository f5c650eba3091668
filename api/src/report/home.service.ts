import { Injectable } from '@nestjs/common';

@Injectable()
export class HomeService {
  of(..._: unknown[]): Promise<never> { throw new Error('of'); }
}

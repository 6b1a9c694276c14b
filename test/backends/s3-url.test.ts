import { describe, expect, it } from 'vitest';
import { parseS3Url } from '../../src/backends/s3-url.ts';

const parse = (url: string) => parseS3Url(url, url);

describe('parseS3Url', () => {
  it.each([
    ['s3:https://s3.example.org/bucket/a/b', 'https://s3.example.org', 'bucket', 'a/b'],
    ['s3:http://127.0.0.1:9000/bucket/prefix/', 'http://127.0.0.1:9000', 'bucket', 'prefix'],
    ['s3:http://[::1]:9000/bucket', 'http://[::1]:9000', 'bucket', ''],
    ['s3:storage.example:9000/bucket/x', 'https://storage.example:9000', 'bucket', 'x'],
    ['s3://storage.example/bucket//x/./y/../z/', 'https://storage.example', 'bucket', '/x/z'],
    ['s3:storage.example/bucket/', 'https://storage.example', 'bucket', ''],
    ['s3:https://storage.example/bucket/a%20b', 'https://storage.example', 'bucket', 'a b'],
    ['s3:storage.example/bucket/a%20b', 'https://storage.example', 'bucket', 'a%20b'],
  ])('reads %s as restic does', (url, endpoint, bucket, prefix) => {
    expect(parse(url)).toMatchObject({ location: url, endpoint, bucket, prefix, pathStyle: true });
  });

  it.each([
    ['s3:s3.amazonaws.com/bucket/prefix', null, false],
    ['s3:https://s3.eu-west-1.amazonaws.com/bucket', 'eu-west-1', false],
    ['s3:s3-us-west-2.amazonaws.com/bucket', 'us-west-2', false],
    ['s3:s3.dualstack.eu-central-1.amazonaws.com/bucket', 'eu-central-1', true],
    ['s3:s3.cn-north-1.amazonaws.com.cn/bucket', 'cn-north-1', false],
    ['s3:s3.us-gov-west-1.amazonaws.com/bucket', 'us-gov-west-1', false],
  ])('leaves the endpoint of %s to the region', (url, region, dualStack) => {
    expect(parse(url)).toMatchObject({ endpoint: null, region, dualStack, pathStyle: false });
  });

  it.each([
    ['s3:storage.googleapis.com/bucket', false],
    ['s3:oss-eu-west-1.aliyuncs.com/bucket', false],
    ['s3:s3.amazonaws.com/my.bucket', true],
    ['s3:https://s3.amazonaws.com.example.org/bucket', true],
  ])('puts the bucket of %s into the path: %s, as restic does', (url, pathStyle) => {
    expect(parse(url).pathStyle).toBe(pathStyle);
  });

  it.each([
    ['s3:', 'no host'],
    ['s3:https://', 'no host'],
    ['s3:/bucket', 'no host'],
    ['s3:host', 'no bucket'],
    ['s3:https://host/', 'no bucket'],
    ['s3:ho st/bucket', 'host'],
    ['s3:host/b u', '"b u"'],
    ['s3:https://host/bucket/%zz', 'percent'],
    ['s3:https://id:secret@host/bucket', 'AWS_SECRET_ACCESS_KEY'],
    ['s3:https://host/bucket?x=y', 'query'],
  ])('refuses %s, and says why', (url, reason) => {
    expect(() => parse(url)).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining(reason) }),
    );
  });
});

import { expect, test } from 'vitest';
import { packWith, sampleReport, wide } from './fixtures/sample-report.ts';
import { junitRenderer } from './junit.ts';
import { renderReport, reportOf } from './report.ts';

test('a run is a suite per pack and a case per diagnostic', () => {
  expect(renderReport(junitRenderer(), sampleReport)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="packwright">
  <testsuite name="packs/dns" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="packs/dns" name="loads"/>
  </testsuite>
  <testsuite name="packs/redis" tests="3" failures="2" errors="0" skipped="0">
    <testcase classname="packs/redis/actions/restart.yaml" name="PCK105 4:7" file="packs/redis/actions/restart.yaml" line="4">
      <failure message="risk &quot;hgh&quot; is not a tier; did you mean &quot;high&quot;?" type="PCK105">packs/redis/actions/restart.yaml:4:7 error PCK105 risk &quot;hgh&quot; is not a tier; did you mean &quot;high&quot;?</failure>
    </testcase>
    <testcase classname="packs/redis/actions/restart.yaml" name="EMI201 3:11" file="packs/redis/actions/restart.yaml" line="3">
      <system-out>packs/redis/actions/restart.yaml:3:11 warning EMI201 title: 50% &quot;x&quot;, really</system-out>
    </testcase>
    <testcase classname="packs/redis/actions/gone.yaml" name="EMI012 1:1" file="packs/redis/actions/gone.yaml" line="1">
      <failure message="&quot;actions/gone.yaml&quot; is listed but missing" type="EMI012">packs/redis/actions/gone.yaml:1:1 error EMI012 &quot;actions/gone.yaml&quot; is listed but missing</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('warnings are failures where warnings fail', () => {
  const output = renderReport(junitRenderer({ failOn: 'warning' }), reportOf([packWith([wide])]));
  expect(output).toContain('tests="1" failures="1"');
  expect(output).toContain('<failure message="title: 50% &quot;x&quot;, really" type="EMI201">');
});

test('characters that XML cannot hold are spelled out', () => {
  const message = '<a> & \x00\x0b\ufffe\ud800 "b"';
  const output = renderReport(junitRenderer(), reportOf([packWith([{ ...wide, message }])]));
  expect(output).toContain(
    'EMI201 &lt;a&gt; &amp; &lt;U+0000&gt;&lt;U+000B&gt;&lt;U+FFFE&gt;&lt;U+D800&gt; &quot;b&quot;<',
  );
});

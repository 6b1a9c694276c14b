import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { CHART_HEIGHT, CHART_WIDTH, type ChartEngine } from './page/draw-chart.ts';

/** The one door to ECharts. One instance draws chart after chart: making one takes longer than drawing. */
export function createChartEngine(): ChartEngine & { close(): void } {
  use([LineChart, GridComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: CHART_WIDTH, height: CHART_HEIGHT });
  return {
    render(option) {
      chart.setOption(option, { notMerge: true, lazyUpdate: false, silent: true });
      return chart.renderToSVGString();
    },
    close: () => chart.dispose(),
  };
}

import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Runs one node of OpenSearch until stdin ends: `Run DATA_FOLDER REPOSITORIES_FOLDER PORT`. */
public class Run {
    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((index, settings) -> {
            settings.put("path.repo", args[1]);
            settings.put("http.port", args[2]);
            settings.put("network.host", "127.0.0.1");
        }).build(newConfigs().basePath(args[0]).numOfNode(1));
        while (System.in.read() >= 0) {
        }
        Runtime.getRuntime().halt(0);
    }
}

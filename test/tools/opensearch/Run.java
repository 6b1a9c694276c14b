import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Runs one node of OpenSearch until it is killed: `Run DATA_FOLDER REPOSITORIES_FOLDER PORT`. It looks for no other node. */
public class Run {
    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((index, settings) -> {
            settings.put("path.repo", args[1]);
            settings.put("http.port", args[2]);
            settings.put("network.host", "127.0.0.1");
            settings.put("transport.port", "0");
            settings.put("discovery.type", "single-node");
            settings.put("cluster.name", "test");
        }).build(newConfigs().basePath(args[0]).numOfNode(1));
        Thread.currentThread().join();
    }
}

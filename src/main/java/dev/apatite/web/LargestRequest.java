package dev.apatite.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** Refuses what is too large before it is read; only files may be larger than questions are. */
final class LargestRequest extends SizeLimitHandler {
    private final SizeLimitHandler files;

    LargestRequest(long most, long mostOfFiles) {
        super(most, -1);
        files = new SizeLimitHandler(mostOfFiles, -1);
    }

    @Override
    protected void doStart() throws Exception {
        files.setHandler(getHandler());
        super.doStart();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return UploadEndpoint.PATH.equals(Request.getPathInContext(request))
                ? files.handle(request, response, callback)
                : super.handle(request, response, callback);
    }
}

// Spreads a picture drawn into the upper left corner over the whole of it.

#import bevy_core_pipeline::fullscreen_vertex_shader::FullscreenVertexOutput

@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var picture_sampler: sampler;

const SHARE: f32 = 0.75;

@fragment
fn fragment(in: FullscreenVertexOutput) -> @location(0) vec4<f32> {
    // Half a pixel short of the edge: what lies beyond belongs to an earlier frame.
    let edge = vec2(SHARE) - 0.75 / vec2<f32>(textureDimensions(picture));
    return textureSampleLevel(picture, picture_sampler, min(in.uv * SHARE, edge), 0.0);
}

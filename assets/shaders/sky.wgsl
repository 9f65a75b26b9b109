// The sky: a dome about the eye, drawn where nothing else is.
#import bevy_pbr::mesh_functions
#import bevy_pbr::mesh_view_bindings::view
#import aimaq::daylight::{Daylight, sky}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> light: Daylight;

struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) direction: vec3<f32>,
}

@vertex
fn vertex(@builtin(instance_index) instance: u32, @location(0) position: vec3<f32>) -> Varying {
    var out: Varying;
    // At infinite distance: reversed depth is zero there.
    let clip = view.clip_from_world * vec4(view.world_position + position * 100.0, 1.0);
    out.clip = vec4(clip.xy, 0.0, clip.w);
    out.direction = position;
    return out;
}

@fragment
fn fragment(in: Varying) -> @location(0) vec4<f32> {
    let direction = normalize(in.direction);
    let disc = smoothstep(0.99994, 0.99998, dot(direction, light.sun.xyz)) * light.sun_colour.w;
    return vec4(sky(light, direction) + light.sun_colour.rgb * disc * 6.0, 1.0);
}

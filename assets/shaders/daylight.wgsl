// Light of the day as every material sees it: sun, sky, haze. One definition, so that ground and sky meet at the horizon.
#define_import_path aimaq::daylight

struct Daylight {
    // xyz: unit vector to the sun, engine space; w: share of windows lit, 0 by day to 1 at night
    sun: vec4<f32>,
    // rgb: light of the sun; w: strength of its disc
    sun_colour: vec4<f32>,
    // rgb: sky overhead; w: metres at which haze takes half the view
    zenith: vec4<f32>,
    // rgb: sky at the horizon; w: seconds, for moving water
    horizon: vec4<f32>,
    // rgb: light from above in the shade
    ambient_up: vec4<f32>,
    // rgb: light from below
    ambient_down: vec4<f32>,
}

fn linear_from_srgb(colour: vec3<f32>) -> vec3<f32> {
    return colour * (colour * (colour * 0.305306011 + 0.682171111) + 0.012522878);
}

// Radiance of the clear sky in a direction.
fn sky(light: Daylight, direction: vec3<f32>) -> vec3<f32> {
    let up = max(direction.y, 0.0);
    let gradient = 1.0 - pow(1.0 - up, 4.0);
    let base = mix(light.horizon.rgb, light.zenith.rgb, gradient);
    let toward_sun = max(dot(direction, light.sun.xyz), 0.0);
    let glow = pow(toward_sun, 6.0) * 0.22 + pow(toward_sun, 90.0) * 0.35;
    return base + light.sun_colour.rgb * glow * light.sun_colour.w * (1.0 - 0.6 * up);
}

// Colour seen through the air between the eye and a point.
fn through_haze(light: Daylight, colour: vec3<f32>, eye: vec3<f32>, point: vec3<f32>) -> vec3<f32> {
    let way = point - eye;
    let distance = length(way);
    let amount = 1.0 - exp2(-distance / light.zenith.w);
    let toward_sun = max(dot(way / max(distance, 0.001), light.sun.xyz), 0.0);
    let air = light.horizon.rgb + light.sun_colour.rgb * light.sun_colour.w * 0.12 * toward_sun * toward_sun;
    return mix(colour, air, amount * amount * (3.0 - 2.0 * amount));
}

// Light on a matt surface; `sunlight` is 0 in shadow.
fn matt(light: Daylight, normal: vec3<f32>, sunlight: f32) -> vec3<f32> {
    let ambient = mix(light.ambient_down.rgb, light.ambient_up.rgb, normal.y * 0.5 + 0.5);
    return ambient + light.sun_colour.rgb * max(dot(normal, light.sun.xyz), 0.0) * sunlight;
}

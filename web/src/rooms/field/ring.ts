/** A short call on an open page: two tones and a buzz. A phone that forbids either stays silent; the bar is there all the same. */
export function ring(): void {
  navigator.vibrate?.([200, 100, 200])
  try {
    const sound = new AudioContext()
    for (const [i, pitch] of [880, 660].entries()) {
      const tone = sound.createOscillator()
      const volume = sound.createGain()
      const start = sound.currentTime + i * 0.22
      tone.frequency.value = pitch
      volume.gain.setValueAtTime(0.18, start)
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.2)
      tone.connect(volume).connect(sound.destination)
      tone.start(start)
      tone.stop(start + 0.2)
    }
    setTimeout(() => void sound.close(), 1000)
  } catch {
    // No sound on this device.
  }
}
